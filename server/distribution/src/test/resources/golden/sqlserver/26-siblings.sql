WITH [b0] AS (
  SELECT TOP (5) [t0].[book_id] AS [n], [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[book_id] AS [k0]
  FROM [book] AS [t0]
  ORDER BY [t0].[book_id]
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3], CAST(NULL AS int) AS [c4], CAST(NULL AS nvarchar(1)) AS [c5]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], [t1].[author_id] AS [c2], [t1].[name] COLLATE Latin1_General_100_BIN2 AS [c3], CAST(NULL AS int) AS [c4],
   CAST(NULL AS nvarchar(1)) AS [c5]
FROM [b0]
JOIN [book_author] AS [t2] ON [t2].[book_id] = [b0].[k0]
JOIN [author] AS [t1] ON [t2].[author_id] = [t1].[author_id]
UNION ALL
SELECT 2 AS [c0], [b0].[n] AS [c1], ROW_NUMBER() OVER (PARTITION BY [b0].[n] ORDER BY [t3].[book_id], [t3].[number]) AS [c2],
   CAST(NULL AS nvarchar(1)) AS [c3], [t3].[number] AS [c4], [t3].[price] AS [c5]
FROM [b0]
JOIN [edition] AS [t3] ON [t3].[book_id] = [b0].[k0]
UNION ALL
SELECT 3 AS [c0], [b0].[n] AS [c1], [x].[n] AS [c2], CAST(NULL AS nvarchar(1)) AS [c3], [x].[c0] AS [c4], CAST(NULL AS nvarchar(1)) AS [c5]
FROM [b0]
CROSS APPLY (
  SELECT TOP (2) [t4].[review_id] AS [n], [t4].[stars] AS [c0]
  FROM [review] AS [t4]
  WHERE [t4].[book_id] = [b0].[k0]
  ORDER BY [t4].[review_id]
) AS [x]
