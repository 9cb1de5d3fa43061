// Marking by keys: digits choose a criterion, l h the next and previous, f x n its verdict, r says that what is unmarked is fine, j k a message, m points at it, c the comment, Ctrl+Enter hands in. The form is plain without it.
const form = document.querySelector('form[data-inspect]');
if (form) {
  const all = selector => [...document.querySelectorAll(selector)];
  let typed = '', at = -Infinity;
  const now = kind => document.querySelector(`[${kind}][data-now]`);
  function go(to, kind) {
    if (!to) return;
    for (const was of all(`[${kind}][data-now]`)) delete was.dataset.now;
    to.dataset.now = '';
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'nearest' });
  }
  // By when they were pressed: a busy machine comes to them later.
  function digit(key, pressed) {
    typed = pressed - at < 700 ? typed + key : key;
    at = pressed;
    go(form.querySelector(`[data-mark="${+typed}"]`), 'data-mark');
  }
  function message(step) {
    const messages = all('li[data-message]');
    const here = messages.indexOf(now('data-message'));
    go(messages[Math.max(0, Math.min(messages.length - 1, here < 0 ? 0 : here + step))], 'data-message');
  }
  function criterion(step) {
    const marks = all('[data-mark]');
    const here = marks.indexOf(now('data-mark'));
    go(marks[Math.max(0, Math.min(marks.length - 1, here < 0 ? 0 : here + step))], 'data-mark');
  }
  function handIn(next) {
    const button = form.querySelector(next ? '[data-hand-in-next]' : '[data-hand-in]');
    if (button) form.requestSubmit(button);
  }
  function verdict(value) {
    const mark = now('data-mark');
    const radio = mark?.querySelector(`input[value="${value}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.dispatchEvent(new Event('input', { bubbles: true }));
    if (value === 'found') mark.querySelector('details').open = true;
  }
  function rest() {
    for (const mark of form.querySelectorAll('[data-mark]')) if (!mark.querySelector('input[type="radio"]:checked')) mark.querySelector('input[value="fine"]').checked = true;
    form.dispatchEvent(new Event('input'));
  }
  function point() {
    const [mark, said] = [now('data-mark'), now('data-message')];
    const field = mark?.querySelector('input[name^="m:"]');
    if (!field || !said) return;
    mark.querySelector('details').open = true;
    field.value = said.dataset.message;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  function comment() {
    const details = now('data-mark')?.querySelector('details');
    if (!details) return;
    details.open = true;
    details.querySelector('textarea').focus();
  }
  const keys = { l: () => criterion(1), h: () => criterion(-1), j: () => message(1), k: () => message(-1), f: () => verdict('fine'), x: () => verdict('found'), n: () => verdict('na'), r: rest, m: point, c: comment };
  addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) { event.preventDefault(); return handIn(event.shiftKey); }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Enter' && event.target.matches('[data-mark] input')) return event.preventDefault();
    const field = event.target.matches('textarea, select, input:not([type="radio"])');
    if (event.key === 'Escape' && field) return event.target.closest('[data-mark]')?.focus();
    if (field) return;
    if (/^\d$/.test(event.key)) { event.preventDefault(); return digit(event.key, event.timeStamp); }
    const act = keys[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  });
  // A criterion that is clicked or tabbed into is the one that keys are about.
  form.addEventListener('focusin', event => {
    const mark = event.target.closest('[data-mark]');
    if (!mark) return;
    for (const was of all('[data-mark][data-now]')) delete was.dataset.now;
    mark.dataset.now = '';
  });
  form.querySelector('[data-rest]')?.addEventListener('click', event => { event.preventDefault(); rest(); });
  keep(form);
}
// What was marked and could not be handed in, as after being signed out, is back when its page is: the window keeps it, for the same person alone.
function keep(form) {
  const hidden = [...form.querySelectorAll('input[type="hidden"]')].filter(i => !i.name.startsWith('__')).map(i => i.value);
  const key = `marks:${form.dataset.inspect}:${new URL(form.action).pathname}:${hidden}`;
  const fields = () => [...form.elements].filter(e => e.name && !/^(hidden|submit|button|fieldset)$/.test(e.type));
  const values = () => fields().map(e => e.type === 'radio' ? e.checked : e.value);
  const asSent = JSON.stringify(values());
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  if (kept?.from === asSent && kept.to.length === fields().length) {
    fields().forEach((e, i) => { if (e.type === 'radio') e.checked = kept.to[i]; else e.value = kept.to[i]; });
    for (const mark of form.querySelectorAll('[data-mark]')) if (mark.querySelector('input[value="found"]')?.checked) mark.querySelector('details').open = true;
    const note = form.querySelector('[data-kept-note]');
    if (note) note.hidden = JSON.stringify(values()) === asSent;
  } else sessionStorage.removeItem(key);
  form.addEventListener('input', () => sessionStorage.setItem(key, JSON.stringify({ from: asSent, to: values() })));
}
