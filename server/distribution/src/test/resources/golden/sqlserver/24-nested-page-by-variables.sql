WITH [b0] AS (
  SELECT [t0].[publisher_id] AS [n], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[publisher_id] AS [k0]
  FROM [publisher] AS [t0]
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], [x].[n] AS [c2], [x].[c0] AS [c3]
FROM [b0]
CROSS APPLY (
  SELECT [t1].[book_id] AS [n], [t1].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
  FROM [book] AS [t1]
  WHERE ([t1].[publisher_id] = [b0].[k0] AND [t1].[in_print] = ?)
  ORDER BY [t1].[book_id]
  OFFSET CASE WHEN ? > 0 THEN ? ELSE CAST(9223372036854775807 AS bigint) END ROWS FETCH NEXT CASE WHEN ? > 0 THEN ? ELSE 1 END ROWS ONLY
) AS [x]
