SELECT TOP (11) [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[book_id] AS [c1]
FROM [book] AS [t0]
WHERE ([t0].[title] <= ? AND ([t0].[title] < ? OR [t0].[book_id] < ?))
ORDER BY [t0].[title] DESC, [t0].[book_id] DESC
