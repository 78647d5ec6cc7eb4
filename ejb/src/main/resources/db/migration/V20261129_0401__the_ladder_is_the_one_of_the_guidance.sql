-- Which step takes how long stands in the edition of the guidance that is in force on the day, and only there.
drop table escalation_ladder;
