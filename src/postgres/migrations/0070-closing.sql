-- The day from which the service answers no more questions, and the day it was first told of it: what is kept of people
-- is erased some time after the later of the two. No row while the service goes on.
create table closing (
  one boolean primary key default true check (one),
  closes_on date not null,
  told_on date not null
);
