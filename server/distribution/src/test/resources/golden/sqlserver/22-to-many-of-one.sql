WITH [b0] AS (
  SELECT 1 AS [n], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[publisher_id] AS [k0]
  FROM [publisher] AS [t0]
  WHERE [t0].[publisher_id] = ?
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3], CAST(NULL AS nvarchar(1)) AS [c4]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], [t1].[book_id] AS [c2], [t1].[title] COLLATE Latin1_General_100_BIN2 AS [c3], [t1].[price] AS [c4]
FROM [b0]
JOIN [book] AS [t1] ON [t1].[publisher_id] = [b0].[k0]
