import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const header = 'agent,day,consulted,received,frt_sum,frt_cnt,rt_sum,rt_cnt,w30,buyer_msgs,agent_msgs,agent_chars,dur_sum,segs,maxc,tin,tout';
export const query = readFileSync(new URL('fold.sql', import.meta.url), 'utf8');
export const [, , rows, folder, threads, runs] = process.argv;

// Runs the query several times; prints the best times and the hash of the answer as one line of JSON.
export async function measure(engine, run) {
  let best = Infinity, processor = Infinity, hash = '';
  for (let i = 0; i < +runs; i++) {
    const started = performance.now(), before = process.cpuUsage();
    const lines = await run();
    best = Math.min(best, performance.now() - started);
    const used = process.cpuUsage(before);
    processor = Math.min(processor, used.user + used.system);
    hash = createHash('md5').update(header + '\n' + lines.join('\n') + '\n').digest('hex');
  }
  console.log(JSON.stringify({ engine, seconds: Math.round(best) / 1000, processorSeconds: Math.round(processor / 1000) / 1000, hash }));
}
