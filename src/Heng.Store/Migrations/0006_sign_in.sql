-- Wrong passwords are counted by the server for a device or an address, never against the account: nobody can be locked out by a stranger.
ALTER TABLE user_account DROP COLUMN failed_sign_ins;
ALTER TABLE user_account DROP COLUMN locked_until;
