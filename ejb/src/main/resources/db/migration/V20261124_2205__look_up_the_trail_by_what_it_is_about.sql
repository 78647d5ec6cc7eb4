-- An agency asks who looked at its return: the trail by object.
create index ix_trail_object on trail_entry (object, number);
