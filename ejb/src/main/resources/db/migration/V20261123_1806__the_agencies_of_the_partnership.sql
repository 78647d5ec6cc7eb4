-- The bodies of Kent's partnership in 2011. Position orders lists; agencies under an umbrella follow it.
insert into agency (code, name, short_name, position) values
  ('KCC', 'Kent County Council', 'KCC', 10),
  ('HEALTH', 'Kent & Medway PCT Cluster and Kent Community Health NHS Trust', 'Health', 20),
  ('POLICE', 'Kent Police', 'Police', 30),
  ('SCHOOLS', 'Schools and Virtual School Kent', 'Schools', 40),
  ('PROBATION', 'Kent Probation', 'Probation', 50),
  ('KSCB', 'Kent Safeguarding Children Board', 'KSCB', 60),
  ('KCT', 'Kent Children''s Trust', 'Children’s Trust', 70),
  ('VCS', 'Voluntary sector', 'Voluntary', 80),
  ('YOS', 'Youth Offending Service', 'Youth Offending', 90),
  ('DISTRICTS', 'District councils of Kent', 'Districts', 100),
  ('IB', 'Improvement Board', 'Improvement Board', 110),
  ('DFE', 'Department for Education', 'DfE', 120);

insert into agency (code, name, short_name, umbrella_id, position)
select child.code, child.name, child.short_name, a.id, a.position + child.nth
from agency a
join (
  select 'KCC' umbrella, 'KCC-SCS' code, 'Specialist Children''s Services' name, 'Children’s Services' short_name, 1 nth
  union all select 'KCC', 'KCC-EDU', 'Education and Virtual School Kent', 'Education', 2
  union all select 'KCC', 'KCC-COM', 'Commissioning', 'Commissioning', 3
  union all select 'HEALTH', 'NHS-ECK', 'NHS Eastern and Coastal Kent', 'East Kent PCT', 1
  union all select 'HEALTH', 'NHS-WK', 'NHS West Kent', 'West Kent PCT', 2
  union all select 'HEALTH', 'NHS-KCHT', 'Kent Community Health NHS Trust', 'Community Health', 3
  union all select 'HEALTH', 'NHS-KMPT', 'Kent and Medway NHS and Social Care Partnership Trust', 'Mental health trust', 4
  union all select 'HEALTH', 'NHS-ACUTE', 'Acute hospital trusts', 'Hospitals', 5
  union all select 'DISTRICTS', 'D-ASHFORD', 'Ashford Borough Council', 'Ashford', 1
  union all select 'DISTRICTS', 'D-CANTERBURY', 'Canterbury City Council', 'Canterbury', 2
  union all select 'DISTRICTS', 'D-DARTFORD', 'Dartford Borough Council', 'Dartford', 3
  union all select 'DISTRICTS', 'D-DOVER', 'Dover District Council', 'Dover', 4
  union all select 'DISTRICTS', 'D-GRAVESHAM', 'Gravesham Borough Council', 'Gravesham', 5
  union all select 'DISTRICTS', 'D-MAIDSTONE', 'Maidstone Borough Council', 'Maidstone', 6
  union all select 'DISTRICTS', 'D-SEVENOAKS', 'Sevenoaks District Council', 'Sevenoaks', 7
  union all select 'DISTRICTS', 'D-SHEPWAY', 'Shepway District Council', 'Shepway', 8
  union all select 'DISTRICTS', 'D-SWALE', 'Swale Borough Council', 'Swale', 9
  union all select 'DISTRICTS', 'D-THANET', 'Thanet District Council', 'Thanet', 9
  union all select 'DISTRICTS', 'D-TONMALLING', 'Tonbridge and Malling Borough Council', 'Tonbridge and Malling', 9
  union all select 'DISTRICTS', 'D-TUNWELLS', 'Tunbridge Wells Borough Council', 'Tunbridge Wells', 9
) child on child.umbrella = a.code;
