SELECT TOP (5) [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[rating] AS [c1]
FROM [book] AS [t0]
ORDER BY CASE WHEN [t0].[rating] IS NULL THEN 0 ELSE 1 END, [t0].[rating] DESC, [t0].[title], [t0].[book_id]
