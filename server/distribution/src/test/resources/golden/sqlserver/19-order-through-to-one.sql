SELECT TOP (5) [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [book] AS [t0]
LEFT JOIN [publisher] AS [t1] ON [t1].[publisher_id] = [t0].[publisher_id]
LEFT JOIN [category] AS [t2] ON [t2].[category_id] = [t0].[category_id]
ORDER BY CASE WHEN [t1].[name] IS NULL THEN 1 ELSE 0 END, [t1].[name], CASE WHEN [t2].[name] IS NULL THEN 0 ELSE 1 END, [t2].[name] DESC,
   [t0].[book_id]
