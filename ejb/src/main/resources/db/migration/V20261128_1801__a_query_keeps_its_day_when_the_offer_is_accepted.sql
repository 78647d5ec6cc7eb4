-- A past day shows a contribution as it stood: offered, then queried, then accepted.
alter table contribution add column queried_on date;
update contribution set queried_on = answered_on where state = 'QUERIED';
