import { createRequire } from 'node:module';
import { join } from 'node:path';
import { folder, measure, query, rows, threads } from './answer.mjs';

const { Session } = createRequire(import.meta.url)('chdb');
const session = new Session(join(folder, `chdb-${threads}`));
const version = session.query('select version()', 'TSV').trim();
session.query('create database fold engine = Atomic');
session.query(`create table fold.msg (day Int32, buyer Int32, account Int32, seq Int32, ts Int32, kind UInt8, len Int32, target Int32)
  engine = MergeTree order by (day, buyer, account, seq)`);
session.query(`insert into fold.msg select * from file('${rows}', CSVWithNames)`);
// Standard SQL's nulls: an empty aggregate and an unmatched side are null.
const settings = `settings max_threads = ${threads}, aggregate_functions_null_for_empty = 1, join_use_nulls = 1, prefer_column_name_to_alias = 1`;
const sql = query.replaceAll('from msg', 'from fold.msg') + settings;
await measure(`chdb ${version}`, () => session.query(sql, 'CSV').trim().replaceAll('"', '').split('\n'));
session.cleanup?.();
