-- The home page asks what was offered to an agency since its last look; nearly all that it owes came with the plan.
create index ix_contribution_offered on contribution (agency_id, basis, added_at);
