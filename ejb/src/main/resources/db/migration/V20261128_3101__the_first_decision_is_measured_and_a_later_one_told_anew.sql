-- decided_at is when a referral was first decided; a later decision has its own moment.
alter table referral_receipt add column latest_decision_at bigint;
update referral_receipt set latest_decision_at = decided_at;
