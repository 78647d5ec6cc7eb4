alter table recommendation_event
  add column board varchar(200),
  add column minute varchar(200);
