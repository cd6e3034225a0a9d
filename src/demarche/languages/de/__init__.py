"""All that is German: data files, and the rules that read German forms, clauses and dates."""
