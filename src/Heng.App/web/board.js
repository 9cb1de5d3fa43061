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
    let html = event.data;
    if (event.type === 'rows' && sorting) {
      const next = new DOMParser().parseFromString(html, 'text/html').body;
      arrange(next, false);
      html = next.innerHTML;
    }
    Idiomorph.morph(board.querySelector(`[data-board-part="${event.type}"]`), html, { morphStyle: 'innerHTML' });
    tell();
  };
  // Rows stand still by group and name. Who picks a column has them in its order, which is looked at again on a click and else seldom: a row does not run away from the eye. What has no value stands last.
  const seldom = 10000;
  let sorting = JSON.parse(sessionStorage.getItem('board-sort') ?? 'null'), places = new Map(), placed = -seldom, later;
  const arrange = (root, now) => {
    const table = root.querySelector('[data-board-sort]'), head = sorting && table?.tHead.rows[0].cells[sorting.column];
    if (!head) return;
    head.setAttribute('aria-sort', sorting.down ? 'descending' : 'ascending');
    head.querySelector('use')?.setAttribute('href', head.querySelector('use').getAttribute('href').replace(/#.*/, sorting.down ? '#arrow-down' : '#arrow-up'));
    const value = row => row.cells[sorting.column].dataset.v ?? '';
    const order = (a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === '' || y === '') return (x === '') - (y === '');
      const by = sorting.column === 0 ? x.localeCompare(y, 'zh') : x - y;
      return sorting.down ? -by : by;
    };
    const bodies = [...table.tBodies], rows = body => [...body.rows].filter(row => row.id), key = body => `group ${body.dataset.group}`;
    if (now || performance.now() - placed >= seldom) {
      placed = performance.now();
      places = new Map([...bodies].sort((a, b) => order(a.rows[0], b.rows[0])).map((body, i) => [key(body), i]));
      for (const body of bodies) rows(body).sort(order).forEach((row, i) => places.set(row.id, i));
    // Nothing else may be said until then.
    } else later ??= setTimeout(() => { later = undefined; arrange(board, true); }, placed + seldom - performance.now());
    const place = id => places.get(id) ?? Infinity;
    for (const body of bodies) rows(body).sort((a, b) => place(a.id) - place(b.id) || 0).forEach(row => body.append(row));
    bodies.sort((a, b) => place(key(a)) - place(key(b)) || 0).forEach(body => table.insertBefore(body, table.tFoot));
  };
  board.addEventListener('click', event => {
    const head = event.target.closest('[data-sort]')?.closest('th');
    if (!head) return;
    const column = head.cellIndex, first = column !== 0;
    const undo = sorting?.column === column && sorting.down !== first;
    sorting = undo ? null : { column, down: sorting?.column === column ? !sorting.down : first };
    sessionStorage.setItem('board-sort', JSON.stringify(sorting));
    for (const other of head.parentElement.cells) {
      other.removeAttribute('aria-sort');
      const use = other.querySelector('use');
      use?.setAttribute('href', use.getAttribute('href').replace(/#.*/, '#chevrons-up-down'));
    }
    if (sorting) arrange(board, true);
  });
  // New warnings are told by the browser where one asked for that: each once, also over a reload, and none of those that stood there when the board was opened. Their numbers grow.
  const notify = document.querySelector('[data-notify]');
  const warnings = () => [...board.querySelectorAll('[data-warning]')].map(one => [Number(one.dataset.warning), one]).sort((a, b) => a[0] - b[0]);
  let last = Number(sessionStorage.getItem('warned') ?? warnings().at(-1)?.[0] ?? 0);
  const tell = () => {
    for (const [number, one] of warnings()) {
      if (number <= last) continue;
      last = number;
      if (!notify || window.Notification?.permission !== 'granted' || localStorage.getItem('notify') !== 'on') continue;
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
  arrange(board, true);
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
