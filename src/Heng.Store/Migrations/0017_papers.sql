-- Places whose own rule pays statutory holidays under flexible hours too, with 、 between them; null for none.
ALTER TABLE guard_setting ADD COLUMN flexible_holidays TEXT;
