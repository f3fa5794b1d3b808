SELECT [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [customer] AS [t0]
WHERE ([t0].[customer_id] = CAST(? AS uniqueidentifier) AND [t0].[joined_at] >= ? AND [t0].[active] = ?)
ORDER BY CAST([t0].[customer_id] AS char(36)) COLLATE Latin1_General_BIN2
