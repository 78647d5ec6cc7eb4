alter table tool_question add column wordings varchar(4000) not null default '[]';
