// The board follows the server's stream; what has the focus keeps it, for what is the same stays. A hidden tab does not listen, unless it is to notify: a browser allows few streams.
import { Idiomorph } from 'idiomorph';

const board = document.querySelector('[data-board]');
if (board) {
  const lost = board.querySelector('[data-board-lost]');
  let stream, heard = performance.now();
  const hear = () => {
    heard = performance.now();
    lost.hidden = true;
    delete board.dataset.stale;
  };
  const show = event => {
    hear();
    Idiomorph.morph(board.querySelector(`[data-board-part="${event.type}"]`), event.data, { morphStyle: 'innerHTML' });
    tell();
  };
  // New warnings are told by the browser where one asked for that: each once, also over a reload, and none of those that stood there when the board was opened. Their numbers grow.
  const notify = document.querySelector('[data-notify]');
  const warnings = () => [...board.querySelectorAll('[data-warning]')].map(one => [Number(one.dataset.warning), one]).sort((a, b) => a[0] - b[0]);
  let last = Number(sessionStorage.getItem('warned') ?? warnings().at(-1)?.[0] ?? 0);
  const tell = () => {
    for (const [number, one] of warnings()) {
      if (number <= last) continue;
      last = number;
      if (window.Notification?.permission !== 'granted' || localStorage.getItem('notify') !== 'on') continue;
      const told = new Notification(notify.dataset.notifyTitle, { body: one.textContent.trim(), tag: `warning-${number}` });
      told.onclick = () => { window.focus(); location.href = one.href; };
    }
    sessionStorage.setItem('warned', last);
  };
  tell();
  if (notify && window.Notification) {
    const shown = () => notify.setAttribute('aria-pressed', String(Notification.permission === 'granted' && localStorage.getItem('notify') === 'on'));
    notify.hidden = false;
    shown();
    notify.addEventListener('click', async () => {
      const on = notify.getAttribute('aria-pressed') !== 'true' && await Notification.requestPermission() === 'granted';
      localStorage.setItem('notify', on ? 'on' : 'off');
      shown();
    });
  }
  const listen = () => {
    stream?.close();
    if (document.hidden && notify?.getAttribute('aria-pressed') !== 'true') return;
    stream = new EventSource(board.dataset.board);
    for (const part of ['now', 'lists', 'rows']) stream.addEventListener(part, show);
    stream.addEventListener('beat', hear);
    // A stream that was refused is not opened again by the browser. Who is not signed in any more is asked to.
    stream.onerror = async () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      const page = await fetch(location.href, { redirect: 'manual' }).catch(() => null);
      if (page?.type === 'opaqueredirect') location.reload();
      else setTimeout(listen, 5000);
    };
  };
  document.addEventListener('visibilitychange', listen);
  setInterval(() => { if (!document.hidden && performance.now() - heard > 6000) { lost.hidden = false; board.dataset.stale = ''; } }, 1000);
  listen();
}
