// Marking by keys: digits choose a criterion, f x n its verdict, j k a message, m points at it, c the comment. The form is plain without it.
const form = document.querySelector('form[data-inspect]');
if (form) {
  const all = selector => [...document.querySelectorAll(selector)];
  let typed = '', at = 0;
  const now = kind => document.querySelector(`[${kind}][data-now]`);
  function go(to, kind) {
    if (!to) return;
    for (const was of all(`[${kind}][data-now]`)) delete was.dataset.now;
    to.dataset.now = '';
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'nearest' });
  }
  function digit(key) {
    typed = performance.now() - at < 700 ? typed + key : key;
    at = performance.now();
    go(form.querySelector(`[data-mark="${+typed}"]`), 'data-mark');
  }
  function message(step) {
    const messages = all('li[data-message]');
    const here = messages.indexOf(now('data-message'));
    go(messages[Math.max(0, Math.min(messages.length - 1, here < 0 ? 0 : here + step))], 'data-message');
  }
  function verdict(value) {
    const mark = now('data-mark');
    const radio = mark?.querySelector(`input[value="${value}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.dispatchEvent(new Event('input', { bubbles: true }));
    if (value === 'found') mark.querySelector('details').open = true;
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
  const keys = { j: () => message(1), k: () => message(-1), f: () => verdict('fine'), x: () => verdict('found'), n: () => verdict('na'), m: point, c: comment };
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target.matches('textarea, select, input:not([type="radio"])');
    if (event.key === 'Escape' && field) return event.target.closest('[data-mark]')?.focus();
    if (field) return;
    if (/^\d$/.test(event.key)) { event.preventDefault(); return digit(event.key); }
    const act = keys[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  });
}
