-- How many passwords a member has had; a session remembers which one opened it.
alter table member add column credentials int not null default 0;
