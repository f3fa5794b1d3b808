SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [book] AS [t0]
WHERE ([t0].[price] > ? AND [t0].[exact_cost] < ?)
ORDER BY [t0].[book_id]
