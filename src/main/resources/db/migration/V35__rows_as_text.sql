-- What is only kept and read again as a whole is kept as it came: taking it apart for each row of a plan and writing it anew for each
-- that is read costs more than the rest of the row. What is found stays jsonb: replicas of the version before write it beside this one.
ALTER TABLE change
    ALTER COLUMN before TYPE json USING before::json,
    ALTER COLUMN after TYPE json USING after::json,
    ALTER COLUMN intent TYPE json USING intent::json,
    ALTER COLUMN problem TYPE json USING problem::json,
    ALTER COLUMN wish TYPE json USING wish::json;
