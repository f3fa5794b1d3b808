WITH [b0] AS (
  SELECT [t0].[category_id] AS [n], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[category_id] AS [k0]
  FROM [category] AS [t0]
  WHERE [t0].[parent_id] IS NULL
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], [t1].[category_id] AS [c2], [t1].[name] COLLATE Latin1_General_100_BIN2 AS [c3]
FROM [b0]
JOIN [category] AS [t1] ON [t1].[parent_id] = [b0].[k0]
