WITH [b0] AS (
  SELECT TOP (5) [t0].[publisher_id] AS [n], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[publisher_id] AS [k0]
  FROM [publisher] AS [t0]
  ORDER BY [t0].[publisher_id]
), [b1] AS (
  SELECT [b0].[n] AS [p], [t1].[book_id] AS [n], ROW_NUMBER() OVER (ORDER BY [b0].[n], [t1].[book_id]) AS [i], [t1].[title] COLLATE Latin1_General_100_BIN2 AS [c0],
     [t1].[book_id] AS [k0]
  FROM [b0]
  JOIN [book] AS [t1] ON [t1].[publisher_id] = [b0].[k0]
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], CAST(NULL AS bigint) AS [c3], [b0].[c0] AS [c4], CAST(NULL AS int) AS [c5]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b1].[p] AS [c1], [b1].[n] AS [c2], [b1].[i] AS [c3], [b1].[c0] AS [c4], CAST(NULL AS int) AS [c5]
FROM [b1]
UNION ALL
SELECT 2 AS [c0], [b1].[i] AS [c1], [t2].[review_id] AS [c2], CAST(NULL AS bigint) AS [c3], [t3].[name] COLLATE Latin1_General_100_BIN2 AS [c4],
   [t2].[stars] AS [c5]
FROM [b1]
JOIN [review] AS [t2] ON [t2].[book_id] = [b1].[k0]
LEFT JOIN [customer] AS [t3] ON [t3].[customer_id] = [t2].[customer_id]
