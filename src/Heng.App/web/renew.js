// What stands in [data-renew] is asked for again every few seconds while somebody looks, and changes in its place; forms are left alone, for somebody may be typing. Who reads the newest line goes on reading it.
import { Idiomorph } from 'idiomorph';

const parts = [...document.querySelectorAll('[data-renew]')];
if (parts.length > 0) {
  const every = 2500, lost = document.querySelector('[data-renew-lost]');
  const box = document.querySelector('[data-newest]');
  const down = () => { if (box) box.scrollTop = box.scrollHeight; };
  const renew = async () => {
    const page = await fetch(parts[0].dataset.renew).catch(() => null);
    // Signed out, or among the records by now.
    if (page?.redirected) return location.assign(page.url);
    if (lost) lost.hidden = page?.ok === true;
    if (!page?.ok) return;
    const next = new DOMParser().parseFromString(await page.text(), 'text/html');
    const low = box && box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    for (const part of parts) {
      const to = next.getElementById(part.id);
      if (to) Idiomorph.morph(part, to.innerHTML, { morphStyle: 'innerHTML', callbacks: { beforeNodeMorphed: old => old.tagName !== 'FORM' } });
    }
    if (low) down();
  };
  const go = async () => {
    if (!document.hidden) await renew();
    setTimeout(go, every);
  };
  down();
  setTimeout(go, every);
}
