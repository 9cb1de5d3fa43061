// The whole client beside htmx. Every page reads and every form posts without it.
import htmx from 'htmx.org';
import './inspect.js';
import './board.js';
import './renew.js';

const root = document.documentElement;
window.htmx = htmx;

function setTheme(theme) {
  root.dataset.theme = theme;
  document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
}

async function openDrawer(href) {
  const drawer = document.getElementById('drawer');
  const body = drawer.querySelector('[data-drawer-body]');
  const answer = await fetch(href, { headers: { 'X-Drawer': '1' } });
  if (!answer.ok || answer.redirected) return location.assign(href);
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-drawer-part]');
  if (!part) return location.assign(href);
  body.replaceChildren(document.adoptNode(part));
  drawer.querySelector('[data-drawer-page]').href = href;
  drawer.querySelector('.drawer-scroll').scrollTop = 0;
  htmx.process(body);
  if (!drawer.open) drawer.showModal();
}

// From a finding to its place in the text.
function toLine(text, line, column) {
  const lines = text.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
  text.focus();
  text.setSelectionRange(start + Math.max(0, column - 1), start + (lines[line - 1] ?? '').length);
  text.scrollTop = text.scrollHeight * Math.max(0, line - 6) / lines.length;
}

// A check that failed leaves the last result in its place, which then has to say so; the next one that comes through takes the words away with the rest.
function stale(event) {
  for (const words of event.detail.target?.querySelectorAll('[data-stale]') ?? []) { words.hidden = false; words.parentElement.dataset.old = ''; }
}
for (const failed of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) addEventListener(failed, stale);
// Where one has been signed out meanwhile the answer is another page and no part of this one.
addEventListener('htmx:beforeSwap', event => {
  const to = event.detail.xhr.responseURL;
  if (!to || new URL(to).pathname === new URL(event.detail.pathInfo.finalRequestPath, location.href).pathname) return;
  if (!event.detail.target?.querySelector('[data-stale]')) return;
  event.detail.shouldSwap = false;
  stale(event);
});

addEventListener('click', event => {
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  const theme = event.target.closest('[data-theme-to]');
  if (theme && plain) {
    event.preventDefault();
    setTheme(root.dataset.theme === 'dark' ? 'light' : 'dark');
    return;
  }
  if (event.target.closest('[data-print]')) return print();
  if (event.target.closest('[data-close]') || event.target.id === 'drawer') return document.getElementById('drawer').close();
  const place = event.target.closest('[data-line]');
  if (place) return toLine(document.querySelector('[data-lines]'), +place.dataset.line, +place.dataset.column);
  const number = event.target.closest('a[data-explain]');
  if (number && plain && matchMedia('(min-width: 900px)').matches) {
    event.preventDefault();
    openDrawer(number.href);
  }
});

// A filter form swaps its list while one types or picks; its button stays for those without a script.
addEventListener('change', event => {
  const form = event.target.form;
  if (form?.hasAttribute('data-auto')) form.requestSubmit();
});
// The browser's own words beside a file field follow the browser's language, so the chosen names are written by the page.
addEventListener('change', event => {
  const names = event.target.type === 'file' && event.target.parentElement.querySelector('[data-file-names]');
  if (names) names.textContent = [...event.target.files].map(file => file.name).join(' · ');
});
// How many are kept and what they weigh, while somebody ticks and types; the server counts again.
function count(form) {
  const kept = [...form.querySelectorAll('input[name="keep"]:checked')].map(input => input.value);
  const hundredths = kept.reduce((sum, id) => sum + Math.round((+form.elements[`weight:${id}`]?.value || 0) * 100), 0);
  for (const out of form.querySelectorAll('[data-kept]')) out.textContent = kept.length;
  for (const out of form.querySelectorAll('[data-weights]')) { out.textContent = hundredths / 100; out.closest('.tag')?.classList.toggle('good', hundredths === 10000); }
}
for (const form of document.querySelectorAll('form[data-count]')) { count(form); form.addEventListener('input', () => count(form)); }
// What seconds come to in minutes, beside the field that they are typed in.
function lasts(input) {
  const out = input.parentElement?.querySelector('[data-lasts]');
  if (!out) return;
  const [whole, minutes, seconds] = out.dataset.lasts.split('|');
  const value = /^\d{2,6}$/.test(input.value) ? +input.value : 0;
  out.textContent = value < 60 ? '' : value % 60 ? `= ${Math.floor(value / 60)} ${minutes} ${value % 60} ${seconds}` : `= ${value / 60} ${whole}`;
}
addEventListener('input', event => lasts(event.target));
// A text that was changed is not left without the browser asking; sending the form is no leaving.
let unsaved = false;
for (const form of document.querySelectorAll('form[data-unsaved]')) {
  form.addEventListener('input', () => { unsaved = true; });
  form.addEventListener('submit', () => { unsaved = false; });
}
addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });
// What was typed and could not be sent, as after being signed out, is back when its page is: the window keeps it, for the same person alone, until the page comes as it was saved.
for (const form of document.querySelectorAll('form[data-typed]')) {
  const key = `typed:${form.dataset.typed}`;
  const fields = () => [...form.querySelectorAll('input[name="points"], textarea[name="comment"]')];
  const cells = () => [...form.querySelectorAll('input[name="cell"]')].map(input => input.value).join();
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  if (kept && kept.cells === cells() && !fields().some(field => field.readOnly)) {
    let back = false;
    fields().forEach((field, i) => { if (field.value === kept.from[i] && field.value !== kept.to[i]) { field.value = kept.to[i]; back = true; } });
    const note = form.querySelector('[data-typed-note]');
    if (note) note.hidden = !back;
  }
  const from = fields().map(field => field.defaultValue);
  const remember = () => sessionStorage.setItem(key, JSON.stringify({ cells: cells(), from, to: fields().map(field => field.value) }));
  sessionStorage.removeItem(key);
  if (fields().some((field, i) => field.value !== from[i])) remember();
  form.addEventListener('input', remember);
}
// How long there is, counted down between the server's words: its seconds, not this machine's clock.
setInterval(() => {
  for (const left of document.querySelectorAll('[data-left]')) {
    left.dataset.since ??= performance.now();
    const seconds = Math.max(0, Math.round(left.dataset.left - (performance.now() - left.dataset.since) / 1000));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}, 1000);
// What was typed into a form that is refused stands there again: the window keeps it from sending to the page that answers, and no longer. Passwords and files are never kept.
const sent = 'sent';
const marks = form => JSON.stringify([...form.querySelectorAll('input[type="hidden"]')].filter(i => !/^__|^(seen|hash)$/.test(i.name)).map(i => [i.name, i.value]));
const typed = form => [...form.elements].filter(e => e.name && !/^(hidden|password|file|submit|button|fieldset)$/.test(e.type));
addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented || form.querySelector('[type="password"]')) return;
  sessionStorage.setItem(sent, JSON.stringify({ path: new URL(form.action).pathname, marks: marks(form), values: typed(form).map(e => /checkbox|radio/.test(e.type) ? e.checked : e.value) }));
});
const back = JSON.parse(sessionStorage.getItem(sent) ?? 'null');
sessionStorage.removeItem(sent);
if (back && document.querySelector('main [data-refusal], main [role="alert"].bad')) {
  const form = [...document.querySelectorAll('main form[method="post"]:not([data-typed])')].find(f => new URL(f.action).pathname === back.path && marks(f) === back.marks && typed(f).length === back.values.length);
  if (form) {
    typed(form).forEach((e, i) => { if (/checkbox|radio/.test(e.type)) e.checked = back.values[i]; else e.value = back.values[i]; });
    for (let up = form.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
  }
}
// A button that names a key is pressed by it, where nobody is typing.
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest('input:not([type="radio"]), textarea, select, dialog')) return;
  document.querySelector(`main [data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
});
// On a phone the tab that is open may lie beyond the edge; the page itself does not move.
for (const here of document.querySelectorAll('.section-tabs [aria-current]')) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;
for (const input of document.querySelectorAll('[data-needs-script]')) input.hidden = false;
root.dataset.script = 'on';
