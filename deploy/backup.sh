#!/bin/bash
# backup.sh once|nightly: dumps the database to /backups (or $BACKUP_DIR) and keeps the last $BACKUP_DAYS days (14).
# What a person erased is gone from the last dump after that time. The connection comes from PGHOST, PGUSER and the like.
set -euo pipefail
folder="${BACKUP_DIR:-/backups}"
days="${BACKUP_DAYS:-14}"

once() {
  local name="$folder/hoa-ban-$(date +%Y-%m-%d-%H%M).dump"
  # Words that wait, sealed, for a few seconds, and what can be made anew, have no place in a backup; nor have keys of
  # pseudonyms, which are forgotten day by day. The queue's own schema is left out whole: half of it could not be opened.
  pg_dump --format=custom --compress=9 --no-owner \
    --exclude-table-data=inbox --exclude-table-data=outbox --exclude-table-data=erasable \
    --exclude-table-data=conversation --exclude-table-data=desk_talk --exclude-table-data=desk_guess \
    --exclude-table-data=lane --exclude-table-data=officer_session --exclude-table-data=officer_try \
    --exclude-table-data=subscription --exclude-table-data=campaign_send \
    --exclude-table-data=fact_key --exclude-schema=graphile_worker \
    --file="$name.part"
  # A dump that cannot be read is none.
  pg_restore --list "$name.part" > /dev/null
  mv "$name.part" "$name"
  find "$folder" -name 'hoa-ban-*.dump*' -mtime "+$((days - 1))" -delete
  echo "backup-done $(stat -c %s "$name")"
}

case "${1:-once}" in
  once) once ;;
  nightly)
    while true; do
      sleep "$(($(date -d 'tomorrow 02:00' +%s) - $(date +%s)))"
      once || echo "backup-failed"
    done
    ;;
  *) echo "backup.sh once|nightly" >&2; exit 2 ;;
esac
