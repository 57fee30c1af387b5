-- Tries of a whole channel are counted by the beginning of `about`; the same index finds single ones.
drop index desk_guess_about;
create index desk_guess_about on desk_guess (about text_pattern_ops, at);
