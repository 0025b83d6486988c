language-name = English
language-direction = ltr
language-formats = en-GB
