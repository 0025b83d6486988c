// Makes forms quicker; every page works without it.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const changed = control => ['input', 'change'].forEach(kind => control.dispatchEvent(new Event(kind, { bubbles: true })));
  const isChoice = control => /checkbox|radio/.test(control.type);

  // Rows: <div data-rows="line"> holds [data-row] blocks and one <template data-row-template> naming fields "line.__N__.goods".

  const rowsOf = box => all('[data-row]', box).filter(row => row.closest('[data-rows]') === box);
  const controlsOf = row => all('input:not([type=hidden], .hush), select, textarea', row);
  const isEmpty = row => controlsOf(row).every(control => control.options || isChoice(control) || !control.value.trim());

  const indexIn = (box, name) => name.startsWith(`${box.dataset.rows}.`) ? parseInt(name.slice(box.dataset.rows.length + 1), 10) : NaN;
  const indexOf = (box, row) => all('[name]', row).map(control => indexIn(box, control.name)).find(index => index >= 0) ?? 0;
  const isRowButton = button => ['add', 'remove'].includes(button.name);

  function renumber(box) {
    rowsOf(box).forEach((row, at) => all('[data-no]', row).forEach(label => { label.textContent = at + 1; }));
  }

  function addRow(box, index) {
    const template = box.querySelector('template[data-row-template]');
    const next = index ?? 1 + Math.max(0, ...rowsOf(box).map(row => indexOf(box, row)));
    const holder = document.createElement('template');
    holder.innerHTML = template.innerHTML.replaceAll('__N__', next);
    const row = holder.content.querySelector('[data-row]');
    template.before(row);
    renumber(box);
    addPickers(row);
    return row;
  }

  // The last row is exchanged for an empty one.
  function removeRow(box, row) {
    const at = rowsOf(box).indexOf(row);
    if (rowsOf(box).length === 1) addRow(box);
    row.remove();
    renumber(box);
    return rowsOf(box)[at] ?? rowsOf(box).at(-1);
  }

  // Enter in a field presses the form's first button; were that add or remove, it saves instead.
  let entered = false;
  document.addEventListener('keydown', event => { entered = event.key === 'Enter' && event.target.matches('input'); });
  document.addEventListener('keyup', () => { entered = false; });

  document.addEventListener('click', event => {
    const button = event.target.closest('button, .summary-of-errors a[href^="#"]');
    if (button?.matches('a')) goToField(button, event);
    if (button?.matches('[data-print]')) window.print();
    if (!button?.form || !isRowButton(button)) return;
    if (entered) {
      event.preventDefault();
      return button.form.requestSubmit([...button.form.elements].find(control => control.type === 'submit' && !isRowButton(control)));
    }
    const [name, index] = button.value.split('.');
    const box = button.closest(`[data-rows="${name}"]`) ?? button.form.querySelector(`[data-rows="${name}"]`);
    const row = box && rowsOf(box).find(row => indexOf(box, row) === Number(index));
    if (!box?.querySelector('template[data-row-template]') || button.name === 'remove' && !row) return;
    event.preventDefault();
    const next = row ? removeRow(box, row) : addRow(box);
    controlsOf(next)[0]?.focus();
    changed(box);
  });

  // A table pasted into the first field of a row fills that row and the next free ones.
  document.addEventListener('paste', event => {
    const field = event.target, row = field.closest('[data-row]'), box = row?.closest('[data-rows]');
    if (!box || !field.matches('input[data-paste]')) return;
    const lines = event.clipboardData.getData('text/plain').split(/\r\n?|\n/).filter(line => line.trim());
    if (lines.length < 2 && !lines[0]?.includes('\t')) return;
    event.preventDefault();
    let at = row;
    lines.forEach((line, number) => {
      if (number) at = rowsOf(box).slice(rowsOf(box).indexOf(at) + 1).find(isEmpty) ?? addRow(box);
      const controls = controlsOf(at).filter(control => !control.closest('details'));
      const from = controls.findIndex(control => control.matches('[data-paste]'));
      line.split('\t').forEach((cell, column) => {
        if (controls[from + column]) controls[from + column].value = cell.trim().replace(/^"(.*)"$/, '$1').replaceAll('""', '"');
      });
    });
    controlsOf(at)[0].focus();
    changed(field);
  });

  // Dates: a calendar beside <input data-date data-date-label="…">, which writes day.month.year.

  function addPickers(root) {
    if (!('showPicker' in HTMLInputElement.prototype)) return;
    for (const field of all('input[data-date]', root)) {
      const frame = document.createElement('span');
      frame.className = 'dated';
      frame.innerHTML = '<button type="button" class="button"><svg viewBox="0 0 24 24" aria-hidden="true"><rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4"/></svg></button><input type="date" class="hush" tabindex="-1" aria-hidden="true">';
      const [button, picker] = frame.children;
      button.setAttribute('aria-label', field.dataset.dateLabel ?? '');
      field.replaceWith(frame);
      frame.prepend(field);
      button.addEventListener('click', () => {
        const [, day, month, year] = field.value.match(/^\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*$/) ?? [];
        picker.value = year ? [year, month.padStart(2, 0), day.padStart(2, 0)].join('-') : '';
        try { picker.showPicker(); } catch { field.focus(); }
      });
      picker.addEventListener('change', () => {
        if (!picker.value) return;
        field.value = picker.value.split('-').reverse().map(Number).join('.');
        changed(field);
        field.focus();
      });
    }
  }

  // Drafts: what is typed into form[data-draft] stays in this browser until a page says it was saved.

  // They belong to whoever is signed in.
  const reader = document.querySelector('meta[name=reader]')?.content ?? '';
  const place = key => `keruen:draft:${reader}:${key}`;
  const attempt = action => { try { return action(); } catch { return null; } }; // storage full or forbidden

  const kept = form => [...form.elements].filter(control => control.name && !/submit|button|reset|password|file|fieldset|output/.test(control.type));
  const read = form => kept(form).filter(control => !isChoice(control) || control.checked).map(control => [control.name, control.value]);
  const typed = fields => JSON.stringify(fields.filter(([name]) => name !== 'id' && name !== 'version'));

  function restore(form, fields) {
    for (const box of all('[data-rows]', form)) {
      const wanted = new Set(fields.map(([name]) => indexIn(box, name)).filter(index => index >= 0));
      const unwanted = rowsOf(box).filter(row => !wanted.delete(indexOf(box, row)));
      wanted.forEach(index => addRow(box, index));
      unwanted.forEach(row => removeRow(box, row));
    }
    const rest = [...fields];
    for (const control of kept(form)) {
      const at = rest.findIndex(([name, value]) => name === control.name && (!isChoice(control) || value === control.value));
      if (isChoice(control)) control.checked = at >= 0; else if (at >= 0) control.value = rest[at][1];
      if (at >= 0) rest.splice(at, 1);
      if (control.matches('[type=text], textarea') && control.value && control.closest('details')) control.closest('details').open = true;
    }
  }

  function keepDraft(form) {
    const key = place(form.dataset.draft), offer = document.querySelector('[data-draft-offer]');
    const draft = attempt(() => JSON.parse(localStorage.getItem(key)));
    let timer = 0;
    const save = () => {
      if (!timer) return;
      timer = clearTimeout(timer);
      attempt(() => localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), fields: read(form) })));
    };
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, 400); });
    form.addEventListener('submit', save);
    window.addEventListener('pagehide', save);
    if (!offer || !draft?.fields || !('fresh' in form.dataset) || typed(draft.fields) === typed(read(form))) return;
    offer.querySelector('[data-draft-time]').textContent = new Date(draft.at)
      .toLocaleString(`${document.documentElement.lang}-u-ca-gregory-nu-latn`, { dateStyle: 'medium', timeStyle: 'short' });
    offer.hidden = false;
    offer.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      if (button.matches('[data-draft-restore]')) { restore(form, draft.fields); changed(form); }
      else attempt(() => localStorage.removeItem(key));
      offer.hidden = true;
      kept(form).find(control => control.type !== 'hidden').focus();
    });
  }

  // A password may be looked at while it is typed.
  function revealable(field) {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'button quiet', textContent: field.dataset.reveal });
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      const shown = field.type === 'password';
      field.type = shown ? 'text' : 'password';
      button.textContent = shown ? field.dataset.conceal : field.dataset.reveal;
      button.setAttribute('aria-pressed', String(shown));
      field.focus();
    });
    field.after(button);
    field.form.addEventListener('submit', () => { field.type = 'password'; });
  }

  function goToField(link, event) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }

  // "*" forgets every draft, whoever's: one signed out, and the machine may be shared.
  const saved = document.querySelector('meta[name="draft-saved"]')?.content;
  if (saved) attempt(() => Object.keys(localStorage).filter(key => saved === '*' ? key.startsWith('keruen:draft:') : key === place(saved)).forEach(key => localStorage.removeItem(key)));
  addPickers(document);
  all('form[data-draft]').forEach(keepDraft);
  all('input[data-reveal]').forEach(revealable);
  document.querySelector('.summary-of-errors')?.focus();

  // A camera's photograph is made smaller before it is sent: a page of paper is read at 2 000 points as well.
  const LARGE = 400_000, LONGEST = 2000;
  document.addEventListener('change', async event => {
    const field = event.target.closest('input[data-shrink]'), photo = field?.files[0];
    if (!photo || photo.size < LARGE || !photo.type.startsWith('image/')) return;
    const picture = await createImageBitmap(photo).catch(() => null);
    if (!picture) return; // Of a kind this browser cannot draw: it is sent as it is.
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .8));
    if (!small || small.size >= photo.size || field.files[0] !== photo) return;
    const files = new DataTransfer();
    files.items.add(new File([small], photo.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }));
    field.files = files.files;
  });

  // What the house understood of each line is asked for as soon as a line is left; a late answer is passed over.
  let asked = 0;
  document.addEventListener('change', async event => {
    const form = event.target.closest('form[data-said-at]');
    if (!form || event.target !== form && !event.target.closest('[data-rows="line"]')) return;
    const question = ++asked;
    const lines = new URLSearchParams([...new FormData(form)].filter(([name]) => name.startsWith('line.')));
    const answer = await fetch(form.dataset.saidAt, { method: 'POST', body: lines }).catch(() => null);
    if (!answer?.ok) return; // The server says it again when the form is saved.
    const text = await answer.text();
    if (question !== asked) return;
    const said = new Map(text.split('\n').map(line => line.split('\t')));
    all('[data-row]', form).forEach(row => {
      const line = row.querySelector('[name^="line."]')?.name.split('.', 2).join('.'), place = row.querySelector('[data-said]');
      if (place) place.textContent = said.get(line) ?? '';
    });
  });
})();
