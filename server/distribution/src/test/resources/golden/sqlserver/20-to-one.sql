SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0], [t1].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t2].[name] COLLATE Latin1_General_100_BIN2 AS [c2],
   [t3].[name] COLLATE Latin1_General_100_BIN2 AS [c3]
FROM [book] AS [t0]
LEFT JOIN [publisher] AS [t1] ON [t1].[publisher_id] = [t0].[publisher_id]
LEFT JOIN [country] AS [t2] ON [t2].[code] = [t1].[country_id]
LEFT JOIN [category] AS [t3] ON [t3].[category_id] = [t0].[category_id]
ORDER BY [t0].[book_id]
