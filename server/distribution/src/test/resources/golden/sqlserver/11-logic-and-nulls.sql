SELECT [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [author] AS [t0]
WHERE (([t0].[died] IS NULL OR NOT ([t0].[email] IS NOT NULL)) AND CAST([t0].[name] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.' <> CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.')
ORDER BY [t0].[author_id]
