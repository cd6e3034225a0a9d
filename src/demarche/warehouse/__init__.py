"""The Postgres warehouse: connections, migrations, staging, publishing, reading."""
