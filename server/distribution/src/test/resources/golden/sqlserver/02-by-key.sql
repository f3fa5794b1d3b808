SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[price] AS [c1], [t0].[published] AS [c2]
FROM [book] AS [t0]
WHERE [t0].[book_id] = ?
