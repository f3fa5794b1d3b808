SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [book] AS [t0]
WHERE ([t0].[pages] >= 100 AND [t0].[pages] < 200 AND [t0].[copies_sold] > 1000 AND [t0].[rating] <= ?)
ORDER BY [t0].[book_id]
