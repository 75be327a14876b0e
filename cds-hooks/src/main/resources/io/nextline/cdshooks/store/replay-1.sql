-- Tokens that were used, by a hash of issuer and id, until the second after which nobody takes them any more.
CREATE TABLE used_token (
  token TEXT NOT NULL PRIMARY KEY,
  expires BIGINT NOT NULL
);

CREATE INDEX used_token_by_expiry ON used_token (expires);
