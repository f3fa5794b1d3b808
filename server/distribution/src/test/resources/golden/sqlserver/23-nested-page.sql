WITH [b0] AS (
  SELECT TOP (5) [t0].[publisher_id] AS [n], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[publisher_id] AS [k0]
  FROM [publisher] AS [t0]
  ORDER BY [t0].[publisher_id]
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3], CAST(NULL AS nvarchar(1)) AS [c4]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], [x].[n] AS [c2], [x].[c0] AS [c3], [x].[c1] AS [c4]
FROM [b0]
CROSS APPLY (
  SELECT TOP (3) ROW_NUMBER() OVER (ORDER BY [t1].[price] DESC, [t1].[book_id]) AS [n], [t1].[title] COLLATE Latin1_General_100_BIN2 AS [c0],
     [t1].[price] AS [c1]
  FROM [book] AS [t1]
  WHERE [t1].[publisher_id] = [b0].[k0]
  ORDER BY [t1].[price] DESC, [t1].[book_id]
) AS [x]
