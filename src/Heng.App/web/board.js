// The board follows the server's stream; what has the focus keeps it, for what is the same stays. A hidden tab does not listen: a browser allows few streams.
import { Idiomorph } from 'idiomorph';

const board = document.querySelector('[data-board]');
if (board) {
  const lost = board.querySelector('[data-board-lost]');
  let stream, heard = performance.now();
  const show = event => {
    heard = performance.now();
    lost.hidden = true;
    Idiomorph.morph(board.querySelector(`[data-board-part="${event.type}"]`), event.data, { morphStyle: 'innerHTML' });
  };
  const listen = () => {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource(board.dataset.board);
    for (const part of ['now', 'rows']) stream.addEventListener(part, show);
    // A stream that was refused is not opened again by the browser.
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000); };
  };
  document.addEventListener('visibilitychange', listen);
  setInterval(() => { if (!document.hidden && performance.now() - heard > 6000) lost.hidden = false; }, 1000);
  listen();
}
