// Makes the forms quicker. Every page works without this file.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const changed = control => control.dispatchEvent(new Event('input', { bubbles: true }));
  const isChoice = control => /checkbox|radio/.test(control.type);

  // Rows: <div data-rows="line"> holds [data-row] blocks and one <template data-row-template> naming fields "line.__N__.goods".

  const rowsOf = box => all('[data-row]', box).filter(row => row.closest('[data-rows]') === box);
  const controlsOf = row => all('input:not([type=hidden], .hush), select, textarea', row);
  const isEmpty = row => controlsOf(row).every(control => control.options || isChoice(control) || !control.value.trim());

  function indexOf(row, name) {
    const named = all('[name]', row).map(control => control.name.match(`^${escaped(name)}\\.(\\d+)(\\.|$)`)).find(Boolean);
    return named ? Number(named[1]) : 0;
  }

  function renumber(box) {
    rowsOf(box).forEach((row, at) => all('[data-no]', row).forEach(label => { label.textContent = at + 1; }));
  }

  function addRow(box, index) {
    const template = box.querySelector('template[data-row-template]');
    const next = index ?? 1 + Math.max(0, ...rowsOf(box).map(row => indexOf(row, box.dataset.rows)));
    const holder = document.createElement('template');
    holder.innerHTML = template.innerHTML.replaceAll('__N__', next);
    const row = holder.content.querySelector('[data-row]');
    const last = rowsOf(box).at(-1);
    if (last) last.after(row); else template.before(row);
    renumber(box);
    addPickers(row);
    return row;
  }

  // The last row is not taken away but exchanged for an empty one.
  function removeRow(box, row) {
    const at = rowsOf(box).indexOf(row);
    if (rowsOf(box).length === 1) addRow(box);
    row.remove();
    renumber(box);
    return rowsOf(box)[at] ?? rowsOf(box).at(-1);
  }

  document.addEventListener('click', event => {
    const button = event.target.closest?.('button, .summary-of-errors a[href^="#"]');
    if (!button) return;
    if (button.matches('a')) return goToField(button, event);
    if (button.matches('[data-print]')) return window.print();
    if (!button.form || button.name !== 'add' && button.name !== 'remove') return;
    const [name, index] = button.value.split(/\.(?=\d+$)/);
    const boxes = all('[data-rows]', button.form).filter(box => box.dataset.rows === name);
    const box = boxes.find(box => box.contains(button)) ?? boxes[0];
    if (!box?.querySelector('template[data-row-template]')) return;
    const row = button.name === 'remove' && rowsOf(box).find(row => indexOf(row, name) === Number(index));
    if (button.name === 'remove' && !row) return;
    event.preventDefault();
    const next = row ? removeRow(box, row) : addRow(box);
    controlsOf(next)[0]?.focus();
    changed(box);
  });

  // Enter in a field saves; it never adds or removes a row, whatever button comes first.
  document.addEventListener('keydown', event => {
    const field = event.target;
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    if (!field.form?.querySelector('[data-rows]') || !field.matches('input')) return;
    const save = [...field.form.elements].find(control => control.type === 'submit' && !control.disabled && !['add', 'remove'].includes(control.name));
    if (!save) return;
    event.preventDefault();
    field.form.requestSubmit(save);
  });

  // A table pasted into the first field of a row fills that row and the next free ones.
  document.addEventListener('paste', event => {
    const field = event.target, row = field.closest?.('[data-row]'), box = row?.closest('[data-rows]');
    if (!box || !field.matches('input[data-paste]')) return;
    const lines = event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, '').split(/\r\n?|\n/).filter(line => line.trim());
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
        picker.value = year ? `${year}-${month.padStart(2, 0)}-${day.padStart(2, 0)}` : field.value.trim();
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

  // Drafts: what is typed into form[data-draft] is kept in this browser until a page says that it was saved.

  const place = key => `keruen:draft:${key}`;
  const attempt = action => { try { return action(); } catch { return null; } }; // storage may be full or forbidden

  const kept = form => [...form.elements].filter(control => control.name && !/submit|button|reset|password|file|fieldset|output/.test(control.type));
  const read = form => kept(form).filter(control => !isChoice(control) || control.checked).map(control => [control.name, control.value]);
  const typed = fields => JSON.stringify(fields.filter(([name]) => name !== 'id' && name !== 'version'));

  function restore(form, fields) {
    for (const box of all('[data-rows]', form)) {
      const pattern = new RegExp(`^${escaped(box.dataset.rows)}\\.(\\d+)(\\.|$)`);
      const wanted = new Set(fields.map(([name]) => Number(name.match(pattern)?.[1] ?? 0)).filter(Boolean));
      for (const row of rowsOf(box)) if (!wanted.delete(indexOf(row, box.dataset.rows))) removeRow(box, row);
      if (box.querySelector('template[data-row-template]')) [...wanted].sort((a, b) => a - b).forEach(index => addRow(box, index));
    }
    const rest = [...fields];
    for (const control of kept(form)) {
      const at = rest.findIndex(([name, value]) => name === control.name && (!isChoice(control) || value === control.value));
      if (isChoice(control)) control.checked = at >= 0; else if (at >= 0) control.value = rest[at][1];
      if (at >= 0) rest.splice(at, 1);
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
    if (!offer || !Array.isArray(draft?.fields) || !('fresh' in form.dataset) || typed(draft.fields) === typed(read(form))) return;
    const time = offer.querySelector('[data-draft-time]');
    if (time) {
      time.dateTime = draft.at;
      time.textContent = new Date(draft.at).toLocaleString(`${document.documentElement.lang || 'en'}-u-ca-gregory-nu-latn`, { dateStyle: 'medium', timeStyle: 'short' });
    }
    offer.hidden = false;
    offer.addEventListener('click', event => {
      if (!event.target.closest('[data-draft-restore], [data-draft-discard]')) return;
      if (event.target.closest('[data-draft-restore]')) { restore(form, draft.fields); changed(form); }
      else attempt(() => localStorage.removeItem(key));
      offer.hidden = true;
      kept(form).find(control => control.type !== 'hidden')?.focus();
    });
  }

  function goToField(link, event) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }

  const saved = document.querySelector('meta[name="draft-saved"]')?.content;
  if (saved) attempt(() => localStorage.removeItem(place(saved)));
  addPickers(document);
  all('form[data-draft]').forEach(keepDraft);
  document.querySelector('.summary-of-errors')?.focus();
})();
