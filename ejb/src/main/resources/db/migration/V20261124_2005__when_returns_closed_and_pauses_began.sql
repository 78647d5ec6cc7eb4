-- The moment returns closed (what is being typed just then is still taken), and the day a pause began (steps move by it).
alter table practice_audit
  add column returns_closed_at bigint,
  add column paused_on date;
