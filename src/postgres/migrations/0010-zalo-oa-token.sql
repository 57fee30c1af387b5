-- The tokens of a Zalo Official Account, sealed (AES-256-GCM), one row an app. All replicas use this row.
create table zalo_oa_token (
  app_id text primary key,
  -- Changes with every new pair: whoever comes with an old one sees that another has refreshed.
  version bigint not null,
  sealed bytea not null,
  -- 'begun' is written before the single-use refresh token is sent. Found with nobody at work on it, nobody knows
  -- whether it was spent.
  refresh text not null check (refresh in ('idle', 'begun', 'spent')),
  begun_at timestamptz
);
