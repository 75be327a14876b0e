-- What clients report about cards. Times are UTC in ISO 8601, so that they sort as text and mean the same in every database.
CREATE TABLE feedback (
  fingerprint TEXT NOT NULL PRIMARY KEY,
  received_at TEXT NOT NULL,
  service TEXT NOT NULL,
  issuer TEXT NOT NULL,
  tenant TEXT,
  evidence_version TEXT NOT NULL,
  card TEXT NOT NULL,
  card_kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  outcome_timestamp TEXT NOT NULL,
  accepted_suggestions TEXT NOT NULL,
  reason_code TEXT,
  reason_system TEXT,
  reason_display TEXT,
  user_comment TEXT
);

CREATE INDEX feedback_by_time ON feedback (received_at, fingerprint);

-- Which statements cards of a kind show; the kind is the first half of a card's uuid.
CREATE TABLE card_kind (
  id TEXT NOT NULL PRIMARY KEY,
  evidence_version TEXT NOT NULL,
  layer TEXT NOT NULL,
  statements TEXT NOT NULL
);
