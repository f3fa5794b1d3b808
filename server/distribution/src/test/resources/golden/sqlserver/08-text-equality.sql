SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [book] AS [t0]
WHERE (([t0].[title] = ? AND CAST([t0].[title] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.' = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.') AND [t0].[isbn] COLLATE Latin1_General_100_BIN2 + N'.' <> CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.')
ORDER BY [t0].[book_id]
