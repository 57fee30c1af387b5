-- How the Social Work Centre is reached is edited like a line of the directory.
alter table content_draft drop constraint content_draft_kind_check;
alter table content_draft add check (kind in ('card', 'quiz', 'service', 'centre', 'reply'));
alter table content_published drop constraint content_published_kind_check;
alter table content_published add check (kind in ('card', 'quiz', 'service', 'centre', 'reply'));
