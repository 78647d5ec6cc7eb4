-- A line that comes round in several quarters is carried out by an audit for each; which one stands with the audit.
alter table practice_audit add column programme_quarter int;

update practice_audit a
  join (select p.id, l.quarter_from + (row_number() over (partition by l.id order by p.code) - 1)
                 * case l.recurrence when 'QUARTER' then 1 when 'HALF_YEAR' then 2 else 0 end as quarter
          from practice_audit p join programme_line l on l.id = p.programme_line_id) r on r.id = a.id
   set a.programme_quarter = least(r.quarter, 4);
