-- Which clock runs under which regime is a setting of the board with a date. The day a referral is received picks the row.
create table referral_rule (
  id bigint not null auto_increment primary key,
  clock varchar(20) character set ascii collate ascii_bin not null,
  label varchar(200) not null,
  unit varchar(12) character set ascii collate ascii_bin not null,
  amount int not null,
  regime varchar(40) not null,
  source_note varchar(300) not null,
  valid_from date not null,
  set_by varchar(60) not null,
  set_at bigint not null,
  constraint uq_referral_rule unique (clock, valid_from)
);
insert into referral_rule (clock, label, unit, amount, regime, source_note, valid_from, set_by, set_at) values
  ('DECIDE_HOURS', 'Decide what to do, as the plan counts it', 'HOUR', 24, 'Plan of March 2011', 'Action 2.2.5: "within 24 hours"', '2006-04-01', 'start', 0),
  ('DECIDE_DAY', 'Decide what to do, as Working Together counts it', 'WORKING_DAY', 1, 'Working Together', 'One working day in the editions of 2006 and 2010, and since', '2006-04-01', 'start', 0),
  ('ACKNOWLEDGE', 'Acknowledge to the referrer', 'WORKING_DAY', 1, 'Working Together', 'Practice under Working Together', '2006-04-01', 'start', 0),
  ('TELL', 'Tell the referrer the outcome in writing', 'WORKING_DAY', 3, 'Local (sample)', 'IN 4 asks for all; neither plan nor notice gives a figure. To be set by the board', '2006-04-01', 'start', 0),
  ('ADVICE', 'Answer a request for advice', 'WORKING_DAY', 2, 'Local (sample)', 'District conversation', '2006-04-01', 'start', 0);

-- The agencies whose coordinators and contributors staff the front door (KCAS).
create table referral_desk (
  agency_id bigint not null primary key,
  constraint fk_referral_desk_agency foreign key (agency_id) references agency (id)
);
insert into referral_desk (agency_id) select id from agency where code in ('KCC', 'KCC-SCS');
