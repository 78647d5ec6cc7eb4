-- Whether the coverage of an edition is still as it was counted is asked at each view, of every role that was ever given.
create index ix_member_role_open on member_role (withdrawn_at, waiting_since);
