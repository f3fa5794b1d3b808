WITH [b0] AS (
  SELECT TOP (5) [t0].[book_id] AS [n], [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[book_id] AS [k0]
  FROM [book] AS [t0]
  ORDER BY [t0].[book_id]
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], [t1].[author_id] AS [c2], [t1].[name] COLLATE Latin1_General_100_BIN2 AS [c3]
FROM [b0]
JOIN [book_author] AS [t2] ON [t2].[book_id] = [b0].[k0]
JOIN [author] AS [t1] ON [t2].[author_id] = [t1].[author_id]
