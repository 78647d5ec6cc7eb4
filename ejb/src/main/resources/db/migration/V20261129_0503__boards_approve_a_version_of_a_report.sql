-- Each board speaks for itself, of the version that it read.
create table report_approval (
  id bigint not null auto_increment primary key,
  report_id bigint not null,
  board varchar(120) not null,
  minute varchar(200) not null,
  approved_on date not null,
  approved_at bigint not null,
  approved_by varchar(60) not null,
  constraint uq_report_approval_board unique (report_id, board),
  constraint fk_report_approval_report foreign key (report_id) references audit_report (id)
);
